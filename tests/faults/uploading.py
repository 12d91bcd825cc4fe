"""A serving process to be killed: the platform with embedded workers, and uploads asked for on standard input.

Every line is the number of an upload; ``ack <number> <version id>`` is printed once its commit has returned. A number
asked for again is the same upload retried by its client, under the same idempotency key.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from contract_platform.application.ports import Platform
from contract_platform.application.register_contract import register_contract
from contract_platform.domain.people import Actor, Person, Post, Unit
from contract_platform.domain.vocabulary import Role
from tests.workers.platforms import build
from workers import embedded
from workers.settings import Queue

SETTINGS = Queue(poll_seconds=0.05, lease_seconds=1.0, hint_seconds=1.0, slow_threads=2)
UNIT = Unit(id="unit", name="望澜区大数据管理局", short_name="区大数据局", kind="BUREAU")
PERSON = Person(id="person", username="chengban", name="林知远", password_hash="-")


def post(platform: Platform) -> Post:
    """The uploader's post."""
    return Post(id="post", person_id=PERSON.id, unit_id=UNIT.id, role=Role.HANDLER, valid_from=platform.clock.today())


def prepare(platform: Platform) -> None:
    """The one unit and the one person who uploads."""
    with platform.unit_of_work() as uow:
        uow.units.add(UNIT)
        uow.people.add(PERSON)
        uow.posts.add(post(platform))


def uploader(platform: Platform) -> Actor:
    """The person who uploads, in office."""
    return Actor(person_id=PERSON.id, name=PERSON.name, posts=(post(platform),), subtree={UNIT.id: (UNIT.id,)})


def content(number: int) -> str:
    """A small contract, different for every number."""
    return f"""物业服务合同
合同编号：WL-2026-{number:04}
甲方：望澜区大数据管理局
乙方：望澜区清和物业服务有限公司
第一条 服务内容
乙方为甲方第{number}号办公楼提供保洁服务。
第二条 合同价款
合同总价为人民币{number}00000元。
"""


def upload(platform: Platform, number: int) -> str:
    """Spool and register one draft as the web does; returns the version's id."""
    actor = uploader(platform)
    spooled = platform.spool / f"upload-{number}"
    spooled.write_text(content(number))
    try:
        detail = register_contract(
            platform, actor, file=spooled, filename=f"合同{number}.txt", secrecy_declared=True,
            idempotency_key=f"upload-{number}",
        )  # fmt: skip
    finally:
        spooled.unlink()
    assert detail.contract.draft_version_id is not None
    return detail.contract.draft_version_id


def say(line: str) -> None:
    """Tell the client in one write: several threads talk."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def serve(data: Path) -> None:
    """Upload what is asked for until killed."""
    platform = build(data)
    embedded.start(platform, SETTINGS)
    say("ready")

    def answer(line: str) -> None:
        say(f"ack {int(line)} {upload(platform, int(line))}")

    with ThreadPoolExecutor(3) as pool:
        for line in sys.stdin:
            pool.submit(answer, line).add_done_callback(lambda done: done.result())
    Event().wait()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
