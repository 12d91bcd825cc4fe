"""Headers on every answer, errors and files included."""

from typing import Final

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
"""What an answer carries unless its handler set that header itself."""

TRANSPORT: Final = {"Strict-Transport-Security": "max-age=31536000"}

POLICY: Final = (
    "default-src 'none'",
    # pdf.js decodes images in WebAssembly; no string is ever evaluated
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    # the charts' tooltips are markup with style attributes; elements of style stay forbidden
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
PAGES_POLICY: Final = "; ".join(POLICY)
"""The policy of the pages and their files; a worker obeys that of its own file."""


async def add_headers(message: Message, scope: Scope) -> None:
    """Complete the headers of an answer as it begins."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    wanted = EVERYWHERE | (TRANSPORT if scope.get("scheme") == "https" else {})
    for name, value in wanted.items():
        if name not in headers:
            headers[name] = value
