#!/usr/bin/env bash
set -eu
rm -rf $1/releases
