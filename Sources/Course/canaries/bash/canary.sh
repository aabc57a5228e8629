echo "sum $((6 * 7))"
exit 3
