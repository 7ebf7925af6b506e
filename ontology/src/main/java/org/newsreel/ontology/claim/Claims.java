package org.newsreel.ontology.claim;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The checks that the records share. */
final class Claims {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Claims() {}

    static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(message, values));
        }
    }

    static String named(String value, String field) {
        require(value != null && !value.isBlank(), "%s is missing or blank", field);
        return value;
    }

    static double fraction(double value, String field) {
        require(value >= 0 && value <= 1, "%s must lie in [0, 1] but is %s", field, value);
        return value;
    }

    static String sha256(String value, String field) {
        require(
                value != null && SHA256.matcher(value).matches(),
                "%s must be 64 lower-case hexadecimal digits but is %s",
                field,
                value);
        return value;
    }

    static <T> List<T> copy(List<T> values) {
        require(values == null || values.stream().noneMatch(Objects::isNull), "a list has null in it: %s", values);
        return values == null ? List.of() : List.copyOf(values);
    }
}
