"""An invented school to practise on: the same seed and date always give the same record."""

from liaison.exchange.practice.school import fill_practice

__all__ = ["fill_practice"]
