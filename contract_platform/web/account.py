"""One's own account: password, second factor, recovery codes."""

from typing import Any

import msgspec
from litestar import Controller, Request, Response, get, post, put
from litestar.params import JSONBody

from contract_platform.application import second_factor
from contract_platform.application.account_views import AccountView, EnrolmentView, RecoveryCodesView
from contract_platform.application.passwords import change_password
from contract_platform.application.read_account import read_account
from contract_platform.application.views import SessionView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform
from contract_platform.web.session import Code, Proof, Secret, begun, cookie, token_of


class NewPassword(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The password in use and the one to use from now on."""

    current: Secret
    new: Secret


class OwnPassword(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The password in use, to show who asks; whom a provider signed in leaves it empty."""

    password: str = ""


class BothFactors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Password and a code, to show who asks."""

    password: str = ""
    code: Code


class AccountController(Controller):
    """One's own account."""

    path = "/account"
    tags = ["account"]

    @get("/", **operation("account.read"))
    def read(self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor) -> AccountView:
        """Password, second factor and the session one is in."""
        return read_account(platform, actor, token_of(request))

    @put("/password", **operation("password.change"))
    def change(
        self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor, data: JSONBody[NewPassword]
    ) -> Response[SessionView]:
        """Take a new password; the session goes on under a new cookie."""
        return begun(*change_password(platform, actor, token_of(request), current=data.current, new=data.new))

    @post("/totp", **operation("totp.begin"))
    def begin(
        self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor, data: JSONBody[OwnPassword]
    ) -> EnrolmentView:
        """A new secret for an authenticator, shown this once."""
        return second_factor.begin_enrolment(platform, actor, token_of(request), password=data.password)

    @put("/totp", **operation("totp.confirm"))
    def confirm(
        self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor, data: JSONBody[Proof]
    ) -> Response[RecoveryCodesView]:
        """Turn the second factor on with a first code; the session goes on under a new cookie."""
        codes, token = second_factor.confirm_enrolment(platform, actor, token_of(request), data.code)
        return Response(codes, cookies=[cookie(token)])

    @post("/totp/removal", status_code=204, **operation("totp.remove"))
    def remove(
        self, request: Request[Any, Any, Any], platform: ThePlatform, actor: TheActor, data: JSONBody[BothFactors]
    ) -> None:
        """Turn the second factor off."""
        second_factor.remove_factor(platform, actor, token_of(request), password=data.password, code=data.code)

    @post("/recovery-codes", **operation("recovery_codes.renew"))
    def renew(self, platform: ThePlatform, actor: TheActor, data: JSONBody[Proof]) -> RecoveryCodesView:
        """Ten new recovery codes in place of the former ones, shown this once."""
        return second_factor.renew_recovery_codes(platform, actor, data.code)
