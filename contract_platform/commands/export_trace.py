"""``contract-platform export-trace PATH [--contract NUMBER]``: the trace as a zip or folder that proves itself."""

import argparse
import sys
from pathlib import Path

from contract_platform import bootstrap
from contract_platform.application.export_trace import export_trace
from contract_platform.domain.errors import NotFound
from contract_platform.settings import load

REFUSED = 2  # exit code


def run(argv: list[str]) -> int:
    """Export; 2 where the contract is unknown or the target is taken."""
    parser = argparse.ArgumentParser(prog="contract-platform export-trace", description="导出全部轨迹或一份合同的轨迹")
    parser.add_argument("path", type=Path, help="以 .zip 结尾则为压缩包，否则为文件夹 / a zip, or a folder")
    parser.add_argument(
        "--contract", metavar="NUMBER", help="合同编号、审查编号或标识 / contract or review number, or id"
    )
    given = parser.parse_args(argv)
    try:
        done = export_trace(bootstrap.build(load()), given.path, given.contract)
    except NotFound:
        sys.stderr.write(f"没有编号为 {given.contract} 的合同，请核对编号。 / No contract has this number.\n")
        return REFUSED
    except FileExistsError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    print(f"已导出 {done.entries} 条记录：{done.path} / exported {done.entries} entries")
    print(f"核验 / verify: contract-platform verify-trace {done.path}")
    return 0
