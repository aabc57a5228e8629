"""Operators for Python, by its own syntax tree; each mutant compiles."""
import ast

from text import Edit

OPPOSITE = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", ">="), ast.LtE: ("<=", ">"),
    ast.Gt: (">", "<="), ast.GtE: (">=", "<"), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is")}
WHOLE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom,
         ast.Pass, ast.Global, ast.Nonlocal)
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try)


def mutants(lines):
    """All edits of one file, in the order of its lines."""
    text = "\n".join(lines)
    found = []
    tree = ast.parse(text)
    prose = set(documentation(tree))
    for node in ast.walk(tree):
        found += drops(lines, node, prose)
        found += comparisons(lines, node)
        found += constants(lines, node)
        found += negations(lines, node)
    for edit in sorted(found, key=lambda edit: (edit.line, edit.operator)):
        if compiles("\n".join(edit.lines) + "\n"):
            yield edit


def compiles(text):
    try:
        compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def documentation(tree):
    """The expressions that are docstrings."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            for first in body:
                if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                    yield first


def cut(lines, node, new):
    """The lines with the text of `node` replaced."""
    return cut_at(lines, (node.lineno - 1, node.col_offset),
                  (node.end_lineno - 1, node.end_col_offset), new)


def cut_at(lines, start, end, new):
    head = lines[start[0]].encode()[:start[1]].decode()
    tail = lines[end[0]].encode()[end[1]:].decode()
    return lines[:start[0]] + (head + new + tail).split("\n") + lines[end[0] + 1:]


def drops(lines, node, prose):
    """Puts `pass` in the place of a statement."""
    if not isinstance(node, ast.stmt) or isinstance(node, WHOLE) or node in prose:
        return
    operator = "drop-block" if isinstance(node, BLOCKS) else "drop-line"
    yield Edit(node.lineno, operator, cut(lines, node, "pass"))


def comparisons(lines, node):
    """Turns each comparison into its opposite."""
    if not isinstance(node, ast.Compare):
        return
    left = node.left
    for operator, right in zip(node.ops, node.comparators):
        start = (left.end_lineno - 1, left.end_col_offset)
        end = (right.lineno - 1, right.col_offset)
        left = right
        if start[0] != end[0]:
            continue
        between = lines[start[0]].encode()[start[1]:end[1]].decode()
        old, new = OPPOSITE[type(operator)]
        if old in between:
            yield Edit(start[0] + 1, "flip-comparison",
                       cut_at(lines, start, end, between.replace(old, new, 1)))


def constants(lines, node):
    """Changes a number, flips a boolean."""
    if not isinstance(node, ast.Constant) or node.lineno != node.end_lineno:
        return
    written = lines[node.lineno - 1].encode()[node.col_offset:node.end_col_offset].decode()
    if isinstance(node.value, bool):
        yield Edit(node.lineno, "flip-boolean", cut(lines, node, str(not node.value)))
    elif isinstance(node.value, (int, float)) and written == repr(node.value):
        yield Edit(node.lineno, "change-number", cut(lines, node, repr(node.value + 1)))


def negations(lines, node):
    """Turns the condition of an `if`, a loop or a choice round."""
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        test = node.test
        if isinstance(test, ast.Compare):
            return
        written = ast.get_source_segment("\n".join(lines), test)
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            new = ast.get_source_segment("\n".join(lines), test.operand)
        else:
            new = f"(not ({written}))"
        yield Edit(test.lineno, "negate-if", cut(lines, test, new))
