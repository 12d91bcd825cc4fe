"""What stands in every export for the person who opens it."""

README = """合同轨迹导出
============

本文件夹（压缩包）是政府合同监管平台导出的轨迹：平台上每一个动作一条记录，按发生入账的次序首尾相连。
任何一条被改动、删除、插入或调换，核验都会指出是第几条。

怎样核验（不需要联网，也不需要本平台；需要 Python 3.9 以上）：

    python3 verify_trace.pyz 导出的压缩包.zip
    python3 verify_trace.pyz 解压后的文件夹

核验程序最好另行取得：由平台管理员提供，或使用任一平台的 contract-platform verify-trace 命令。
核验会显示签名公钥，请与平台管理员公布的公钥（contract-platform doctor 可见）逐字核对；也可以加 --key 公钥 由程序核对。
如果您此前另存过检查点（checkpoints 文件夹中的文件），加 --witness 路径，可以发现整段历史被重写。

文件：
    events.jsonl      轨迹，一行一条：谁、以何岗位、何时（event_time 发生时间，recorded_at 记录时间）、对什么、做了什么
    hashes.txt        与上一文件逐行对应的杂凑值（仅全部轨迹）
    proofs.jsonl      每条记录通向检查点的证明（仅单个合同）
    checkpoints.txt   签过名的检查点
    rows.txt          导出时的业务记录，用于双向核对
    public-keys.txt   验签公钥
    manifest.txt      签过名的文件清单
    verify_trace.pyz  核验程序，其源代码可用任何解压软件查看


An exported contract trace
==========================

This folder (zip) is the trace of a government contract supervision platform: one entry for every act, each chained to
the one before. Whatever was changed, removed, inserted or swapped, verification names the entry.

To verify (offline, without the platform, with Python 3.9 or newer):

    python3 verify_trace.pyz EXPORT.zip
    python3 verify_trace.pyz UNPACKED-FOLDER

Better use a verifier that did not come with the export: one from the platform's administrator, or the command
`contract-platform verify-trace` of any installation. Compare the public key it shows with the one the administrator
publishes (`contract-platform doctor` prints it), or name that key with --key. Checkpoints that you kept earlier, given
with --witness, show whether history was written anew.

Files:
    events.jsonl      the trace, one line an entry: who, under which post, when (event_time: when it happened,
                      recorded_at: when it was recorded), on what, what
    hashes.txt        the hash of each line of that file (whole trace only)
    proofs.jsonl      the proof that leads from each entry to a checkpoint (single contract only)
    checkpoints.txt   signed checkpoints
    rows.txt          the records there were at export, to be counted against the trace both ways
    public-keys.txt   public keys of the signatures
    manifest.txt      the signed list of files
    verify_trace.pyz  the verifier; any zip program shows its source

The hash of entry n is H(0x00 || n as 8 bytes, big-endian || hash of entry n-1 || line n without its line break), with
32 zero bytes before the first entry; H is the function the entry names (sha256 or sm3). These hashes are the leaves of
a Merkle tree as in RFC 6962, whose root each checkpoint signs with Ed25519 in the form of signed notes.
"""
