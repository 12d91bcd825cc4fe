"""The recogniser: RapidOCR with the models of its wheel, one thread, never a download."""

from pathlib import Path
from typing import Any, Final, NamedTuple

import cv2
import numpy as np
import rapidocr
from rapidocr.utils.process_img import map_boxes_to_original

from contract_platform.documents.scan.picture import Pixels

SIDE_PER_POINT: Final = 1.52  # pixels a point has where lines are looked for: 9-point type stays 13 pixels high
SHORTEST_SIDE, LONGEST_SIDE = 960, 2000  # pixels
UNLIMITED: Final = 1 << 20
_MODELS = Path(rapidocr.__file__).parent / "models"


class Piece(NamedTuple):
    """A recognised piece of a line.

    ``corners`` in pixels: top left, top right, bottom right, bottom left. ``centres`` of the characters are shares of
    the length of the piece, ``confidence`` of each is 0..1, ``score`` is that of the whole.
    """

    text: str
    corners: Any
    centres: tuple[float, ...]
    confidence: tuple[float, ...]
    score: float


class Engine:
    """Models are loaded when first used."""

    def __init__(self, side: int) -> None:
        """``side`` in pixels: the longer side of the picture in which lines are looked for."""
        import onnxruntime  # starts a thread of its own, which the fork server must not have

        onnxruntime.disable_telemetry_events()
        cv2.setNumThreads(1)
        self._ocr: Any = rapidocr.RapidOCR(params=parameters(side))
        self._ocr.return_word_box = True

    def lines(self, pixels: Pixels) -> tuple[list[Any], Any]:
        """Cut-out pictures of all lines with their corners; both empty on a page without lines."""
        image, record = self._ocr.preprocess_img(pixels)
        try:
            crops, found = self._ocr.detect_and_crop(image, record)
        except rapidocr.main.RapidOCRError:
            return [], np.zeros((0, 4, 2))
        return crops, map_boxes_to_original(found.boxes, record, *pixels.shape[:2])

    def upside_down(self, crops: list[Any]) -> float:
        """The share of these lines that stand on their heads."""
        _, found = self._ocr.cls_and_rotate(list(crops))
        return float(sum(label == "180" for label, _ in found.cls_res) / len(crops))

    def pieces(self, crops: list[Any], corners: Any) -> list[Piece]:  # noqa: ANN401 - an array of RapidOCR's
        """What stands in the lines."""
        if not crops:
            return []
        read = self._ocr.recognize_txt(crops)
        rows = zip(read.txts, corners, read.word_results, read.scores, strict=True)
        return [Piece(text, box, *placed(text, words), score) for text, box, words, score in rows if text.strip()]


def placed(text: str, words: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:  # noqa: ANN401 - RapidOCR's WordInfo
    """Centre and confidence of every character; RapidOCR leaves spaces out of the columns but not out of the rest."""
    columns = iter([column for word in words.word_cols for column in word])
    length = max(float(words.line_txt_len), 1.0)
    centres: list[float] = []
    for character in text:
        at = None if character.isspace() else next(columns, None)
        last = centres[-1] if centres else 0.0
        centres.append(last if at is None else max(min((at + 0.5) / length, 1.0), last))
    confidence = [*words.confs, *[1.0] * len(text)][: len(text)]
    return tuple(centres), tuple(confidence)


def parameters(side: int) -> dict[str, Any]:
    """RapidOCR's settings; a model that is named is never downloaded."""
    return {
        "Global.log_level": "error",
        "Global.max_side_len": UNLIMITED,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        "Det.limit_type": "max",
        "Det.limit_side_len": min(max(side, SHORTEST_SIDE), LONGEST_SIDE),
        "Det.model_path": str(_MODELS / "PP-OCRv6_det_small.onnx"),
        "Cls.model_path": str(_MODELS / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
        "Rec.model_path": str(_MODELS / "PP-OCRv6_rec_small.onnx"),
    }
