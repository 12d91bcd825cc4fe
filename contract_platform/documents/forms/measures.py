"""Measures of GB/T 9704-2012. Lengths in points (1 pt = 1/72 inch) unless they say twips (1/20 pt)."""

from typing import Final

MM: Final = 72 / 25.4
TWIPS: Final = 20
A4: Final = (210 * MM, 297 * MM)
TOP, BOTTOM, LEFT, RIGHT = (length * MM for length in (37, 35, 28, 26))
LINES, CHARACTERS = 22, 28
PITCH: Final = 28.95
"""Distance of lines: 22 of them fill 225 mm."""
GRID: Final = -849
"""What 28 characters of 16 pt have to give up each to fill 156 mm, in 1/4096 pt (``w:charSpace``)."""
SIZE: Final = {
    "一号": 26.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
}
FANG, KAI, HEI, TITLE, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
RED: Final = "C00000"
