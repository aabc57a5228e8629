#!/usr/bin/env python3
"""Tell the team how a deploy of tally ended.

Usage: notify.py EVENT --version V --environment E --actor NAME
                 [--commit SHA] [--message SUBJECT] [--url URL] [--dry-run]
"""
import argparse
import sys

EVENTS = ("succeeded", "failed", "rolled-back")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("event", choices=EVENTS)
    parser.add_argument("--version", required=True)
    parser.add_argument("--environment", required=True)
    parser.add_argument("--actor", required=True)
    parser.add_argument("--commit", default="")
    parser.add_argument("--message", default="")
    parser.add_argument("--url", default="")
    parser.add_argument("--dry-run", action="store_true")
    parser.parse_args()
    return "notify.py: not written yet"


if __name__ == "__main__":
    sys.exit(main())
