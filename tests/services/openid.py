"""An OpenID Connect provider in a process of its own, run by the Node that the build lock brought."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import httpx

from tests.services.processes import HOST, ServerFailedError, await_answer, connects, free_port
from tools.install import FRONTEND, node

SCRIPT = Path(__file__).with_name("openid.mjs")


class Provider:
    """A running provider, and a browser as far as signing in there needs one."""

    def __init__(self, port: int, client: dict[str, str], redirect: str) -> None:
        self.issuer = f"http://{HOST}:{port}"
        self.client = client
        self.redirect = redirect

    def sign_in(self, address: str, account: str) -> httpx.URL:
        """Follow the way from the authorization endpoint through its forms; where the browser is sent back to."""
        with httpx.Client() as browser:
            answer = browser.get(address)
            for _ in range(12):
                if answer.is_redirect:
                    target = httpx.URL(urljoin(str(answer.url), answer.headers["location"]))
                    if str(target).startswith(self.redirect):
                        return target
                    answer = browser.get(target)
                    continue
                assert answer.status_code == 200, answer.text
                prompt = "login" if 'name="login"' in answer.text else "consent"
                form = {"prompt": prompt, "login": account, "password": "any"}
                answer = browser.post(answer.url, data=form)
        raise AssertionError(f"no way back from {answer.url}")


@contextmanager
def running_provider(
    log: Path, redirect: str, *, algorithm: str = "RS256", secret: str = "s3cret"
) -> Iterator[Provider]:
    """A provider that signs ID tokens by this algorithm; without a secret its client is a public one."""
    port = free_port()
    client = {"id": "platform"} | ({"secret": secret} if secret else {})
    settings = {"port": port, "frontend": str(FRONTEND), "client": client, "redirect": redirect, "algorithm": algorithm}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(node()), str(SCRIPT)], env={"PROVIDER": json.dumps(settings)}, stdout=output, stderr=subprocess.STDOUT
        )

    def alive() -> None:
        if process.poll() is not None:
            raise ServerFailedError(f"the provider ended:\n{log.read_text('utf-8')[-2000:]}")

    try:
        await_answer(connects(port), alive)
        yield Provider(port, client, redirect)
    finally:
        process.terminate()
        process.wait(30)
