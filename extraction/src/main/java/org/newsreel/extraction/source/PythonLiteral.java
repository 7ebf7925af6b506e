package org.newsreel.extraction.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Python's {@code repr} writes for dictionaries with string keys, lists, strings and whole numbers (Python
 * language reference, 2.4.1 and 2.4.5). Everything else in a literal, such as a tuple, a set, a float, a string with a
 * prefix or two strings side by side, is refused with its column: guessing would change a corpus silently.
 */
final class PythonLiteral {
    /** Deeper than any corpus, and well within the stack. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * A {@code Map<String, Object>}, {@code List<Object>}, {@code String} or {@code Integer}.
     *
     * @throws IllegalArgumentException with what is wrong and its column, from 1
     */
    static Object parse(String text) {
        PythonLiteral reader = new PythonLiteral(text);
        Object value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("something follows the literal");
        }
        return value;
    }

    private Object value() {
        space();
        if (at == text.length()) {
            throw wrong("a literal is missing");
        }
        char c = text.charAt(at);
        if (c == '{' || c == '[') {
            if (++depth > DEEPEST) {
                throw wrong("it is nested more than " + DEEPEST + " deep");
            }
            Object value = c == '{' ? dictionary() : list();
            depth--;
            return value;
        }
        if (c == '\'' || c == '"') {
            return string();
        }
        if (c == '-' || c >= '0' && c <= '9') {
            return number();
        }
        throw wrong("neither a dictionary nor a list, string or whole number");
    }

    private Map<String, Object> dictionary() {
        Map<String, Object> dictionary = new LinkedHashMap<>();
        at++;
        while (!ends('}')) {
            space();
            if (at == text.length() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
                throw wrong("a key that is a string is missing");
            }
            String key = string();
            space();
            expect(':');
            if (dictionary.put(key, value()) != null) {
                throw wrong("the key " + key + " occurs twice");
            }
            separator('}');
        }
        return dictionary;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        while (!ends(']')) {
            list.add(value());
            separator(']');
        }
        return list;
    }

    private boolean ends(char close) {
        space();
        if (at < text.length() && text.charAt(at) == close) {
            at++;
            return true;
        }
        return false;
    }

    /** A comma, or nothing before the end; Python allows a comma there too. */
    private void separator(char close) {
        space();
        if (at < text.length() && text.charAt(at) == close) {
            return;
        }
        expect(',');
    }

    private void expect(char expected) {
        if (at == text.length() || text.charAt(at) != expected) {
            throw wrong("a " + expected + " is missing");
        }
        at++;
    }

    private Integer number() {
        int from = at;
        at += text.charAt(at) == '-' ? 1 : 0;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        try {
            return Integer.valueOf(text.substring(from, at));
        } catch (NumberFormatException e) {
            at = from;
            throw wrong("not a whole number of 32 bits");
        }
    }

    private String string() {
        char quote = text.charAt(at);
        if (text.startsWith(String.valueOf(quote).repeat(3), at)) {
            throw wrong("a string in triple quotes");
        }
        int from = at++;
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\\') {
                escape(string);
            } else if (c == '\n') {
                throw wrong("a line break inside a string");
            } else {
                string.append(c);
                at++;
            }
        }
        if (at == text.length()) {
            at = from;
            throw wrong("a string without its end");
        }
        at++;
        return string.toString();
    }

    private void escape(StringBuilder string) {
        if (at + 1 == text.length()) {
            throw wrong("a \\ at the end");
        }
        char c = text.charAt(at + 1);
        int single = "\\'\"abfnrtv".indexOf(c);
        if (single >= 0) {
            string.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(single));
            at += 2;
        } else if (c == 'x' || c == 'u' || c == 'U') {
            string.appendCodePoint(hexadecimal(c == 'x' ? 2 : c == 'u' ? 4 : 8));
        } else {
            // Python keeps unknown escapes with a warning, and octal ones and \N{...} are never written by repr.
            throw wrong("the unknown escape \\" + c);
        }
    }

    private int hexadecimal(int digits) {
        int from = at + 2;
        String code = text.substring(Math.min(from, text.length()), Math.min(from + digits, text.length()));
        if (code.length() < digits || !code.chars().allMatch(d -> Character.digit(d, 16) >= 0 && d < 0x80)) {
            throw wrong("an escape with fewer than " + digits + " hexadecimal digits");
        }
        long point = Long.parseLong(code, 16);
        if (point > Character.MAX_CODE_POINT) {
            throw wrong("an escape beyond Unicode");
        }
        at = from + digits;
        return (int) point;
    }

    private void space() {
        while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("at column " + (at + 1) + " there is " + what);
    }
}
