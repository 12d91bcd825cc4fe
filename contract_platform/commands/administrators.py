"""``contract-platform administrators``: the first three administrators, or access for one who is locked out."""

import argparse
import sys

from contract_platform import bootstrap
from contract_platform.application.appoint_administrators import Appointee, appoint_administrators, restore_access
from contract_platform.domain.errors import PlatformError
from contract_platform.domain.labels import label
from contract_platform.domain.vocabulary import Role
from contract_platform.settings import load

KINDS = {"system": Role.SYS_ADMIN, "security": Role.SEC_ADMIN, "audit": Role.AUDIT_ADMIN}
REFUSED = 1  # exit code
WORDS = {
    "administrators_appointed_already": (
        "已有管理员，其余人员由系统管理员申请、安全管理员批准。"
        " / There are administrators already: ask them for further accounts."
    ),
    "person_not_found": "没有这个用户名，请核对。 / Nobody has this user name; check it.",
    "already_exists": "用户名已被使用，请换一个。 / A user name is taken; choose another.",
}


def run(argv: list[str]) -> int:
    """Print user names and passwords to hand over; 1 when it is refused."""
    arguments = parser().parse_args(argv)
    platform = bootstrap.build(load())
    try:
        if arguments.command == "restore":
            print(f"{arguments.username}  {restore_access(platform, arguments.username)}")
        else:
            chosen = {role: appointee(getattr(arguments, kind)) for kind, role in KINDS.items()}
            made = appoint_administrators(platform, arguments.unit, chosen)
            for role, one in chosen.items():
                print(f"{label('Role', role)[0]}  {one.username}  {made[one.username]}")
    except PlatformError as refusal:
        print(WORDS.get(refusal.code, refusal.code), file=sys.stderr)
        return REFUSED
    print(
        "密码只显示这一次；首次登录须修改密码并启用动态验证码。 / Shown this once; to be changed at the first sign-in."
    )
    return 0


def parser() -> argparse.ArgumentParser:
    """What may be asked."""
    made = argparse.ArgumentParser(
        prog="contract-platform administrators", description="设立首批三员管理员，或恢复某人的登录"
    )
    commands = made.add_subparsers(dest="command", required=True)
    first = commands.add_parser("appoint", help="三名管理员，各写作 用户名:姓名 / each as USERNAME:NAME")
    first.add_argument("--unit", required=True, help="尚无机构时建立的上级单位 / made where there is no unit yet")
    for kind in KINDS:
        first.add_argument(f"--{kind}", required=True, type=pair, metavar="USERNAME:NAME")
    restore = commands.add_parser("restore", help="新密码，解锁，取消动态验证码 / a new password, no locks, no factor")
    restore.add_argument("username")
    return made


def pair(text: str) -> str:
    """``USERNAME:NAME`` with both sides filled."""
    username, _, name = text.partition(":")
    if not username.strip() or not name.strip():
        raise argparse.ArgumentTypeError("USERNAME:NAME")
    return text


def appointee(text: str) -> Appointee:
    """The two sides of it."""
    username, _, name = text.partition(":")
    return Appointee(username=username.strip(), name=name.strip())
