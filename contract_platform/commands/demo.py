"""``contract-platform demo``: load the demo data into an empty database without serving."""

import argparse
import sys

from contract_platform import bootstrap
from contract_platform.demo import accounts
from contract_platform.demo.load import DemoRefusedError, ensure_demo, refuse_unless_local
from contract_platform.settings import load
from storage.database.migrate import upgrade

USAGE = 2  # exit code


def run(argv: list[str]) -> int:
    """Migrate and load; 2 for arguments nobody asked for, 1 where demo data may not go."""
    parser = argparse.ArgumentParser(prog="contract-platform demo", description="装载演示数据（只在数据库为空时）")
    _, strange = parser.parse_known_args(argv)
    if strange:
        sys.stderr.write(f"不认识的参数：{' '.join(strange)}。用法：contract-platform demo\n")
        return USAGE
    settings = load()
    try:
        refuse_unless_local(settings)
    except DemoRefusedError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    bootstrap.open_data_dir(settings.data_dir)
    upgrade(settings.database_url)
    if ensure_demo(bootstrap.build(settings), settings):
        print(f"演示账号见 {settings.data_dir / accounts.FILE}")
    else:
        print("数据库中已有数据，未作改动。要重新装载演示数据，请换一个空的 DATA_DIR。")
    return 0
