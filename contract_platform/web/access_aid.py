"""What a security administrator does for people who cannot get in."""

from litestar import Controller, delete, post
from litestar.params import FromPath

from contract_platform.application import restore_access
from contract_platform.application.account_views import GivenPasswordView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import TheActor, ThePlatform


class AccessAidController(Controller):
    """Passwords, locks and second factors of others."""

    path = "/people/{person_id:str}"
    tags = ["people"]

    @post("/password-reset", **operation("password.reset"))
    def reset_password(self, platform: ThePlatform, actor: TheActor, person_id: FromPath[str]) -> GivenPasswordView:
        """A password to hand over, shown this once; it has to be changed at the first sign-in."""
        return restore_access.reset_password(platform, actor, person_id)

    @delete("/lock", **operation("password.unlock"))
    def unlock(self, platform: ThePlatform, actor: TheActor, person_id: FromPath[str]) -> None:
        """Let the person try again before the lock runs out."""
        restore_access.unlock_account(platform, actor, person_id)

    @delete("/totp", **operation("totp.reset"))
    def reset_factor(self, platform: ThePlatform, actor: TheActor, person_id: FromPath[str]) -> None:
        """Take away a second factor that was lost."""
        restore_access.reset_second_factor(platform, actor, person_id)
