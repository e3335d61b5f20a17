"""Business time by another road: counts open minutes one by one, with the zones of Python's zoneinfo.

Reads a JSON list of questions from standard input and writes the list of answers, in seconds since 1970:
  {"zone", "weekly": [[[from, to], ...] for Monday to Sunday], "closed": ["2026-12-25", ...], "start",
   "minutes": n}                                   the instant at which n open minutes have gone by
   "days": n, "policy": "same-time"|"end-of-day"}  the end of the n-th business day after the start
"""

import json
import sys
from bisect import bisect_right
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def instant(day, minute, zone):
    """When the clocks show `minute` of `day`: the first time of two, moved on by the gap where there is none."""
    day += timedelta(days=minute // 1440)
    minute %= 1440
    wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone, fold=0)
    return int(wall.astimezone(timezone.utc).timestamp())


class Calendar:
    """The open stretches around a start."""

    def __init__(self, question):
        self.zone = ZoneInfo(question["zone"])
        self.weekly = question["weekly"]
        self.closed = {date.fromisoformat(day) for day in question["closed"]}
        self.first = self.wall(question["start"]).date() - timedelta(days=2)
        self.stretches = []
        for offset in range(90):
            self.stretches += self.of(self.first + timedelta(days=offset))
        self.starts = [stretch[0] for stretch in self.stretches]

    def wall(self, seconds):
        return datetime.fromtimestamp(seconds, timezone.utc).astimezone(self.zone)

    def of(self, day):
        if day in self.closed:
            return []
        frames = self.weekly[day.weekday()]
        found = [(instant(day, a, self.zone), instant(day, b, self.zone)) for a, b in frames]
        return [(a, b) for a, b in found if a < b]

    def is_open(self, second):
        index = bisect_right(self.starts, second) - 1
        # Stretches of one day can touch or, where clocks go back, overlap; one or two before may still be open.
        return any(a <= second < b for a, b in self.stretches[max(0, index - 2) : index + 1])

    def next_open(self, second):
        while not self.is_open(second):
            second += 60
        return second

    def after(self, start, minutes):
        second = start
        while True:
            if self.is_open(second):
                minutes -= 1
                if minutes == 0:
                    return second + 60
            second += 60

    def day_end(self, start, days, policy):
        begin = self.wall(self.next_open(start))
        day = begin.date()
        while days:
            day += timedelta(days=1)
            if self.of(day):
                days -= 1
        last = max(b for _, b in self.of(day))
        if policy == "end-of-day":
            return last
        second = instant(day, begin.hour * 60 + begin.minute, self.zone)
        own = self.of(day)
        while second < last and not any(a <= second < b for a, b in own):
            second += 60
        return min(second, last)


def answer(question):
    calendar = Calendar(question)
    if "minutes" in question:
        return calendar.after(question["start"], question["minutes"])
    return calendar.day_end(question["start"], question["days"], question["policy"])


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
