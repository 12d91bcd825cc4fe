"""Passwords that guessers try first, and what is made of them by a few signs before and behind.

The list is small on purpose: what is shorter than any policy allows is refused by its length already, so it holds
words and keyboard runs that people stretch to a permitted length. Collected from what is commonly seen in Chinese
offices and in published rankings of leaked passwords.
"""

import re

_LISTED = """
password passwd passw0rd pass word admin administrator root superuser system sysadmin secadmin auditadmin manager
operator guest user test testing tester demo default changeme letmein welcome login master access secret server
database oracle mysql postgres tomcat weblogic redhat ubuntu windows microsoft cisco huawei h3c inspur lenovo
zhengfu gov government contract hetong sifaju caizheng beijing shanghai guangzhou shenzhen chengdu hangzhou
zhongguo china woaini woaizuguo iloveyou loveyou wode mima mimashi denglu guanli guanliyuan gongzuo bangong
qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc
abc abcd abcde abcdef abcdefg abcdefgh aabbcc abcabc aaa aaaa xxx iamadmin hello helloworld dragon monkey football
baseball sunshine princess shadow superman batman trustno michael jordan spring summer autumn winter january
monday company office work
"""
WORDS = frozenset(_LISTED.split())
RUNS = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik(ol)p",
    "1q2w3e4r5t6y7u8i9o0p",
    "zaq1xsw2cde3vfr4",
    "!@#$%^&*()",
)
"""What lies side by side on a keyboard or in the alphabet; read in both directions."""

SPELLED = str.maketrans("@4031!$5", "aaoeiiss")
SHORTEST_RUN = 4  # signs in a row that count as one
LEAST_DIFFERENT = 5  # signs
LEAST_LETTERS = 3  # that are no run; fewer do not make a password, and shorter parts are no words
BETWEEN = re.compile(r"[\W\d_]+")


def is_guessed(password: str) -> bool:
    """Whether a password is made of well-known words or runs, of numbers and signs alone, or of a few signs."""
    folded = password.casefold()
    if len(set(folded)) < LEAST_DIFFERENT or len(without_runs(folded)) < LEAST_LETTERS:
        return True
    return is_known(folded) or is_known(re.sub(r"[\W\d_]+$", "", folded).translate(SPELLED))


def is_known(folded: str) -> bool:
    """Whether all its words are known ones, whatever numbers and signs stand around and between them."""
    words = [part for part in BETWEEN.split(folded) if len(part) >= LEAST_LETTERS]
    return bool(words) and all(is_spelled(word) for word in words)


def is_spelled(text: str) -> bool:
    """Whether known words, one after the other, make up the text."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(word) for word in WORDS if text.startswith(word, at)}
    return len(text) in reached


def without_runs(folded: str) -> str:
    """The letters that remain when runs on the keyboard and in the alphabet are taken out."""
    remaining = folded
    for run in (*RUNS, *(run[::-1] for run in RUNS)):
        for length in range(len(run), SHORTEST_RUN - 1, -1):
            for start in range(len(run) - length + 1):
                remaining = remaining.replace(run[start : start + length], " ")
    return BETWEEN.sub("", remaining)
