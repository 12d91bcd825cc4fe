"""Who takes part in a contract by name, and who keeps apart."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from contract_platform.application.people_commands import Lifting, NewInvitation, NewRecusal
from contract_platform.application.people_views import ParticipantsView
from contract_platform.application.read_participants import read_participants
from contract_platform.application.take_part import end_invitation, invite, lift_recusal, recuse
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform


class ParticipantController(Controller):
    """Invitations and recusals."""

    path = "/"
    tags = ["participants"]

    @get("/contracts/{contract_id:str}/participants", **operation("participant.list"))
    def page(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> ParticipantsView:
        """Everybody named on the contract, and the choices of the reader."""
        return read_participants(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/invitations", **operation("invitation.create"))
    def invite(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewInvitation],
    ) -> ParticipantsView:
        """Invite counsel or an expert."""
        return invite(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/invitations/{invitation_id:str}/end", status_code=200, **operation("invitation.end"))
    def end_invitation(
        self, platform: ThePlatform, actor: TheActor, invitation_id: FromPath[str], revision: Revision
    ) -> ParticipantsView:
        """End an invitation."""
        return end_invitation(platform, actor, invitation_id, revision=revision)

    @post("/contracts/{contract_id:str}/recusals", **operation("recusal.create"))
    def recuse(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewRecusal],
    ) -> ParticipantsView:
        """Record a recusal."""
        return recuse(platform, actor, contract_id, data, idempotency_key=required_key)

    @post("/recusals/{recusal_id:str}/lift", status_code=200, **operation("recusal.lift"))
    def lift(
        self,
        platform: ThePlatform,
        actor: TheActor,
        recusal_id: FromPath[str],
        revision: Revision,
        data: JSONBody[Lifting],
    ) -> ParticipantsView:
        """Lift a recusal."""
        return lift_recusal(platform, actor, recusal_id, data, revision=revision)
