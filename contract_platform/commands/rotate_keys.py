"""``contract-platform rotate-keys``: a new key for personal columns, and everything sealed anew under it."""

import argparse

from contract_platform import bootstrap
from contract_platform.settings import load
from storage.database import open_database, rotation


def run(argv: list[str]) -> int:
    """Rotate while the platform runs; begun again after a stop it goes on. Old keys go once nothing needs them."""
    description = "更换数据库中个人信息的加密密钥，并分批重新加密；平台可继续运行，中断后重新执行即可"
    argparse.ArgumentParser(prog="contract-platform rotate-keys", description=description).parse_args(argv)
    settings = load()
    bootstrap.open_data_dir(settings.data_dir)
    keys = bootstrap.column_keys_of(settings)
    database = open_database(settings.database_url, keys)
    try:
        number, moved = rotation.rotate(database.engine, keys)
        print(f"现用密钥 {number}，已重新加密 {moved} 项 / key {number} seals now, {moved} values were sealed anew")
        gone = rotation.retire(database.engine, keys)
        for old in gone:
            print(f"旧密钥 {old} 已无数据使用，已删除 / key {old} is used no more and was removed")
        kept = [old for old in keys.numbers if old != number]
        if kept:
            print(f"旧密钥 {kept} 暂时保留，请一小时后再次执行以删除 / kept for now: run again in an hour")
    finally:
        database.close()
    return 0
