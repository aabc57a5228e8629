"""Small files, and for each operator what it must make of them."""

HCL = '''resource "aws_subnet" "a" {
  zone  = "eu-west-1a"
  range = "10.0.0.0/16"
  open  = true
  port  = 80
  depends_on = [x.a, y.b]

  validation {
    condition = var.n >= 2
  }
}
resource "aws_subnet" "b" {
  of = aws_subnet.a.id
}
'''
DOCKER = '''FROM python:3.13@sha256:00ff
RUN useradd --system tally \\
    && true
WORKDIR /srv
COPY app/ app/
USER 10001
EXPOSE 8080
CMD ["python3", "a.py"]
'''
COMPOSE = '''services:
  web:
    ports:
      - "127.0.0.1:8080:80"
    read_only: true
    cap_drop: [ALL, X]
    memory: 64M
    secrets:
    - one
    - two
'''
WORKFLOW = '''name: ci
jobs:
  test:
    permissions:
      contents: read
    steps:
      - uses: a/b@0123456789012345678901234567890123456789 # v4
        with:
          key: ${{ secrets.KEY }}
      - run: make test --all
      - run: |
          make build
          make push
'''
SHELL = '''#!/usr/bin/env bash
set -euo pipefail
one=1
make -k all
cp a b
if [ -f a ]; then
  exit 1
fi
'''
LOOSE = '''#!/bin/sh
make all
'''
PYTHON = '''import os


def f(x):
    """Says so."""
    y = 5
    if x == y:
        return True
    return False
'''


def put(text, old, new):
    assert text.count(old) == 1, old
    return text.replace(old, new)


SNIPPETS = [
    ("main.tf", HCL, [
        ("drop-line", put(HCL, "  port  = 80\n", "")),
        ("drop-line", put(HCL, "  depends_on = [x.a, y.b]\n", "")),
        ("drop-block", put(HCL, "  validation {\n    condition = var.n >= 2\n  }\n", "")),
        ("drop-block", HCL[HCL.index('resource "aws_subnet" "b"'):]),
        ("flip-boolean", put(HCL, "true", "false")),
        ("change-number", put(HCL, "80", "81")),
        ("change-zone", put(HCL, "west-1a", "west-1b")),
        ("widen-range", put(HCL, "10.0.0.0/16", "0.0.0.0/0")),
        ("narrow-range", put(HCL, "10.0.0.0/16", "10.0.0.0/29")),
        ("drop-element", put(HCL, "[x.a, y.b]", "[x.a]")),
        ("flip-comparison", put(HCL, ">=", "<")),
        ("swap-reference", put(HCL, "aws_subnet.a.id", "aws_subnet.b.id")),
    ]),
    ("tests/a.tftest.hcl", 'run "a" {\n  version = "~> 5.0"\n  name = "x"\n}\nrun "b" {\n}\n', [
        ("loosen-version", 'run "a" {\n  version = ">= 5.0"\n  name = "x"\n}\nrun "b" {\n}\n'),
        ("rename", 'run "a" {\n  version = "~> 5.0"\n  name = "xx"\n}\nrun "b" {\n}\n'),
        ("drop-block", 'run "b" {\n}\n'),
    ]),
    ("Dockerfile", DOCKER, [
        ("drop-instruction", put(DOCKER, "USER 10001\n", "")),
        ("drop-instruction", put(DOCKER, "RUN useradd --system tally \\\n    && true\n", "")),
        ("drop-line", put(DOCKER, " \\\n    && true", "")),
        ("drop-flag", put(DOCKER, "--system ", "")),
        ("change-user", put(DOCKER, "USER 10001", "USER root")),
        ("unpin", put(DOCKER, "@sha256:00ff", "")),
        ("change-tag", put(DOCKER, ":3.13@sha256:00ff", ":latest")),
        ("change-number", put(DOCKER, "8080", "8081")),
        ("or-true", put(DOCKER, "&& true", "&& true || true")),
        ("shell-form", put(DOCKER, '["python3", "a.py"]', "python3 a.py")),
        ("widen-copy", put(DOCKER, "COPY app/ app/", "COPY . .")),
        ("swap-lines", put(DOCKER, "COPY app/ app/\nUSER 10001\n", "USER 10001\nCOPY app/ app/\n")),
    ]),
    ("compose.yaml", COMPOSE, [
        ("drop-key", put(COMPOSE, '    ports:\n      - "127.0.0.1:8080:80"\n', "")),
        ("drop-key", put(COMPOSE, "    secrets:\n    - one\n    - two\n", "")),
        ("drop-item", put(COMPOSE, "    - one\n", "")),
        ("flip-boolean", put(COMPOSE, "true", "false")),
        ("widen-address", put(COMPOSE, "127.0.0.1:", "")),
        ("change-number", put(COMPOSE, "8080", "8081")),
        ("change-number", put(COMPOSE, "64M", "6400M")),
        ("drop-element", put(COMPOSE, "[ALL, X]", "[X]")),
        ("rename", put(COMPOSE, "- two", "- twox")),
    ]),
    (".github/workflows/ci.yaml", WORKFLOW, [
        ("widen-right", put(WORKFLOW, "contents: read", "contents: write")),
        ("unpin", put(WORKFLOW, "@0123456789012345678901234567890123456789", "@v4")),
        ("write-in", put(WORKFLOW, "${{ secrets.KEY }}", "in-plain-sight")),
        ("drop-item", put(WORKFLOW, "      - run: make test --all\n", "")),
        ("drop-flag", put(WORKFLOW, " --all", "")),
        ("or-true", put(WORKFLOW, "--all", "--all || true")),
        ("background", put(WORKFLOW, "make build", "make build &")),
        ("pipe-tee", put(WORKFLOW, "make push", "make push | tee /dev/null")),
        ("swap-lines", put(WORKFLOW, "make build\n          make push",
                           "make push\n          make build")),
        ("drop-line", put(WORKFLOW, "          make push\n", "")),
    ]),
    ("run.sh", SHELL, [
        ("drop-set-e", put(SHELL, "-euo", "-uo")),
        ("drop-pipefail", put(SHELL, "-euo pipefail", "-eu")),
        ("drop-line", put(SHELL, "cp a b\n", "")),
        ("drop-block", put(SHELL, "if [ -f a ]; then\n  exit 1\nfi\n", "")),
        ("drop-flag", put(SHELL, " -k", "")),
        ("or-true", put(SHELL, "all", "all || true")),
        ("background", put(SHELL, "cp a b", "cp a b &")),
        ("swap-lines", put(SHELL, "make -k all\ncp a b", "cp a b\nmake -k all")),
        ("negate-if", put(SHELL, "if [", "if ! [")),
        ("change-number", put(SHELL, "exit 1", "exit 0")),
        ("change-number", put(SHELL, "one=1", "one=2")),
    ]),
    ("hook", LOOSE, [("pipe-tee", put(LOOSE, "all", "all | tee /dev/null"))]),
    ("a.py", PYTHON, [
        ("drop-line", put(PYTHON, "y = 5", "pass")),
        ("drop-block", put(PYTHON, "if x == y:\n        return True", "pass")),
        ("flip-comparison", put(PYTHON, "==", "!=")),
        ("flip-boolean", put(PYTHON, "True", "False")),
        ("change-number", put(PYTHON, "5", "6")),
    ]),
    ("b.py", "if not x:\n    y()\n", [("negate-if", "if x:\n    y()\n")]),
    (".dockerignore", "b\nb\n", [("drop-line", "b\n")]),
    (".gitignore", "# a\nb\nc\n", [("drop-line", "# a\nc\n")]),
    ("a.conf", "size 5;\nopen true;\n", [
        ("drop-line", "open true;\n"), ("change-number", "size 6;\nopen true;\n"),
        ("flip-boolean", "size 5;\nopen false;\n")]),
    ("a.json", '{"a": 1,\n"b": 2}\n', [("change-number", '{"a": 2,\n"b": 2}\n')]),
    ("a.md", "text 5\n", []),
]
