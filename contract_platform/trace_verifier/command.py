"""The command: arguments in, words or JSON out, 0 when everything holds, 1 when not, 2 for arguments nobody knows."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from .report import Report
from .verify import verify

SHOWN = 20  # problems printed in words


def main(argv: Sequence[str] | None = None) -> int:
    """Verify one export and say what was found."""
    parser = argparse.ArgumentParser(description="核验导出的合同轨迹 / verify an exported contract trace")
    parser.add_argument("path", type=Path, help="导出的 zip 或文件夹 / an exported zip or folder")
    parser.add_argument("--json", action="store_true", help="输出 JSON / print JSON")
    parser.add_argument(
        "--key", action="append", default=[], help="可信的公钥（16 进制），可多次给出 / a public key known to be right"
    )
    parser.add_argument("--witness", type=Path, help="另存的检查点：文件或文件夹 / checkpoints kept elsewhere")
    given = parser.parse_args(argv)
    report = verify(given.path, witness=given.witness, trusted=given.key)
    lines = [json.dumps(report.data(), ensure_ascii=False, indent=1)] if given.json else words(report)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0 if report.ok else 1


def words(report: Report) -> list[str]:
    """The report for people."""
    scope = f"合同 / contract {report.contract}" if report.contract else "全部轨迹 / the whole trace"
    counts = f"记录 / entries: {report.entries}，检查点 / checkpoints: {report.checkpoints}"
    lines = [report.path, f"范围 / scope: {scope}", f"导出时间 / made: {report.made}", counts]
    lines += [f"签名公钥 / public key: {key}" for key in report.keys]
    lines += [" / ".join(problem.words()) for problem in report.problems[:SHOWN]]
    if len(report.problems) > SHOWN:
        lines.append(f"……共 {len(report.problems)} 处，全部见 --json / … {len(report.problems)} in all, see --json")
    return lines + verdict(report)


def verdict(report: Report) -> list[str]:
    """The last lines."""
    if report.ok:
        return [
            "结论：完整，未被改动。请把上列公钥与平台管理员公布的公钥核对。",
            "Verdict: complete and unchanged. Compare the public key above with the one the administrator publishes.",
        ]
    place = "" if report.first_bad is None else f"最早出现问题的是第 {report.first_bad} 条。"
    place_en = "" if report.first_bad is None else f" The first bad entry is {report.first_bad}."
    return [f"结论：核验不通过。{place}请保留原件，并联系平台管理员。", f"Verdict: does not hold.{place_en}"]
