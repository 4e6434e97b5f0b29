"""Spikes out of counts: what rose above its own past, given how much was read. Knows core and privacy only."""

from trends.detection import Detection, detect
from trends.options import DetectOptions

__all__ = ["DetectOptions", "Detection", "detect"]
