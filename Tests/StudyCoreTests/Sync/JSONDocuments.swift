/// Documents that a reader of RFC 8259 must take or refuse, section by section.
///
/// `Tests/Faults` compiles this file too, so it imports nothing.
enum JSONDocuments {
  /// Documents in the grammar.
  static var valid: [[UInt8]] {
    [
      // 2: whitespace, and any value at the top.
      "0", " 0", "0 ", "\t0\n", "\r\n0\r\n", " \t\n\r{} \t\n\r", "[ ]", "[ 1 , 2 ]", "{ }",
      "{ \"a\" : 1 , \"b\" : 2 }", "[\n]", "[\r1\r]",
      // 3: the three words.
      "true", "false", "null", "[true,false,null]",
      // 4: objects.
      "{}", "{\"\":0}", "{\"a\":{}}", "{\"a\":1,\"b\":1}", "{\"a\":1,\"A\":2}",
      "{\"\\u0061\":1,\"b\":2}", "{\"\\u0000\":1}", "{\"a b\":1}",
      // Two ways to write é are two names.
      "{\"\u{E9}\":1,\"e\u{301}\":2}",
      // 5: arrays.
      "[]", "[[]]", "[[],[]]", "[1]", "[1,\"a\",null,{},[]]", "[[[[[[[[]]]]]]]]",
      // 6: numbers.
      "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "1.5", "-1.5", "0.000001", "1e1", "1E1",
      "1e+1", "1e-1", "1E+01", "1.5e10", "-1.5E-10", "0e0", "0E+0", "1e400", "1e-400", "-1e999",
      "9007199254740993", "123456789012345678901234567890", "0.1234567890123456789012345",
      "[1.0,1,1e0]",
      // 7: strings.
      "\"\"", "\"a\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"", "\"\\b\\f\\n\\r\\t\"",
      "\"\\u0000\"", "\"\\u001F\"", "\"\\u00e9\"", "\"\\u00E9\"", "\"\\uD834\\uDD1E\"",
      "\"\\ud834\\udd1e\"", "\"\\uDBFF\\uDFFF\"", "\"\\uD800\\uDC00\"", "\"\\uFFFF\"",
      "\"\\uFFFE\"", "\"\\uE000\"", "\"\\uD7FF\"", "\"\\\\u0041\"", "\"\u{7F}\"", "\"\u{80}\"",
      "\"\u{9F}\"", "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{FFFD}\"", "\"\u{FFFF}\"",
      "\"\u{10FFFF}\"", "\"é漢😀\"", "\"e\u{301}\"", "\"\u{202E}\"", "\"<<<<<<< \"", "\"'\"",
      "\"\\u0022\"", "\"\\u005C\"", "\"//\"", "\"/* */\"", "[\"a\",\"\\u0061\"]",
    ].map { Array($0.utf8) } + [nested(64), nestedObjects(64)]
  }

  /// Documents outside it, or that no careful reader should take.
  static var invalid: [[UInt8]] {
    [
      // 2: nothing, too much, other whitespace, other syntaxes.
      "", " ", "\n", "0 0", "0,", ",", "{}{}", "[][]", "[]]", "{}}", "[}", "{]", "]", "}", "\u{C}0",
      "\u{B}0", "\u{A0}0", "0\u{A0}", "\u{2003}0", "0\0", "\u{FEFF}0", "\u{FEFF}", "//\n0", "/**/0",
      "0//", "#\n0", "'a'", "`a`", "a", "undefined", "<<<<<<< ours\n0\n", "[\n=======\n]",
      // 3.
      "True", "TRUE", "tru", "truee", "nul", "nulll", "fals", "falsee", "t", "n", "[tru]", "NULL",
      // 4.
      "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}",
      "{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{\"a\"}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}",
      "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":1,,\"b\":2}", "{:1}", "{\"a\":1]",
      "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":{\"b\":1,\"b\":1}}",
      // 5.
      "[", "[1", "[1,", "[1,]", "[,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[1}", "[[1]",
      // 6.
      "+1", "-", "--1", "-a", "01", "-01", "00", "007", "1.", ".5", "-.5", "1.e1", "1e", "1e+",
      "1e-", "1E", "e1", "1e1.5", "1.5.5", "0x10", "0b1", "0o7", "1_000", "1,000", "1 000", "NaN",
      "nan", "Infinity", "-Infinity", "inf", "1a", "1e1e1", "1-", "1+1", "\u{661}", "\u{FF11}",
      // 7.
      "\"", "\"a", "\"\\\"", "\"\\", "\"\\a\"", "\"\\x41\"", "\"\\'\"", "\"\\0\"", "\"\\v\"",
      "\"\\U0041\"", "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u004\"", "\"\\u004", "\"\\u00G0\"",
      "\"\\u+041\"", "\"\\u-041\"", "\"\\u 041\"", "\"\\u{41}\"", "\"\\uD834\"", "\"\\uDD1E\"",
      "\"\\uD834\\n\"", "\"\\uD834\\uD834\"", "\"\\uDD1E\\uD834\"", "\"\\uD834 \\uDD1E\"",
      "\"\\uD834\\u0041\"", "\"\\uD834\\\"", "\"\\uD834\\u\"", "\"\\uD834\\uDD1\"", "\"\n\"",
      "\"\t\"", "\"\r\"", "\"\0\"", "\"\u{1F}\"", "\"a\"b\"", "\"a\" \"b\"", "\"\\\n\"",
      "\"\\u\u{FF10}\u{FF10}\u{FF14}\u{FF11}\"",
    ].map { Array($0.utf8) } + badEncodings
      + [nested(65), nestedObjects(65), Array(repeating: UInt8(ascii: "["), count: 100_000)]
      + [Array(repeating: UInt8(ascii: "9"), count: 1_000_000)]
  }

  /// 8.1: what is not UTF-8, between quotes; other encodings; a byte order mark.
  private static var badEncodings: [[UInt8]] {
    let inside: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE],
      [0xFF],
    ]
    return inside.map { [0x22] + $0 + [0x22] } + inside
      + [[0x00, 0x30], [0x30, 0x00], [0xFF, 0xFE, 0x30, 0x00], [0xFE, 0xFF, 0x00, 0x30]]
  }

  private static func nested(_ depth: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "["), count: depth)
      + Array(repeating: UInt8(ascii: "]"), count: depth)
  }

  private static func nestedObjects(_ depth: Int) -> [UInt8] {
    Array((0..<depth - 1).flatMap { _ in Array("{\"a\":".utf8) }) + Array("{}".utf8)
      + Array(repeating: UInt8(ascii: "}"), count: depth - 1)
  }
}
