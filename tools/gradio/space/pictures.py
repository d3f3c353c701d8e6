"""Pictures that are quickly painted and belong to their inputs."""

import random

from PIL import Image


def mosaic(seed: str, tiles: int, width: int, height: int) -> Image.Image:
    """A grid of coloured tiles; the same seed always gives the same colours."""
    colours = random.Random(seed).randbytes(tiles * tiles * 3)
    grid = Image.frombytes("RGB", (tiles, tiles), colours)
    return grid.resize((width, height), Image.Resampling.NEAREST)


def paint(*inputs: object, width: int = 64, height: int = 64, noise: float = 0) -> Image.Image:
    """The picture that belongs to `inputs`, under `noise` from 0 (none) to 1 (nothing else)."""
    picture = mosaic(repr(inputs), 8, width, height)
    if noise == 0:
        return picture
    return Image.blend(picture, mosaic("noise", 32, width, height), noise)
