package org.newsreel.kg.time;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions that name one year, month or day for every reader, in English and Chinese: {@code July 4, 1976},
 * {@code 4 July 1976}, {@code July 1976}, {@code 1976}, {@code 1976-07-04}, {@code 1976年7月4日}. Decades, seasons and
 * whatever depends on the day of writing give nothing.
 */
public final class Dates {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(1\\d{3}|20\\d{2})";
    private static final String LEAD = "(?:(?:in|on|the|year|of) )*";

    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(LEAD + MONTH + " " + DAY + " ?,? ?" + YEAR);
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(LEAD + DAY + " (?:of )?" + MONTH + " ?,? ?" + YEAR);
    private static final Pattern MONTH_YEAR = Pattern.compile(LEAD + MONTH + " ?,? ?(?:of )?" + YEAR);
    private static final Pattern NUMBERS = Pattern.compile(LEAD + YEAR + "(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern CHINESE = Pattern.compile(YEAR + " ?年(?: ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号])?)?");

    private Dates() {}

    /** ISO 8601 year, year and month, or date. */
    public static Optional<String> read(String expression) {
        String text = Normalizer.normalize(expression, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        Matcher m = MONTH_DAY_YEAR.matcher(text);
        if (m.matches()) {
            return iso(m.group(3), Integer.toString(month(m.group(1))), m.group(2));
        }
        m = DAY_MONTH_YEAR.matcher(text);
        if (m.matches()) {
            return iso(m.group(3), Integer.toString(month(m.group(2))), m.group(1));
        }
        m = MONTH_YEAR.matcher(text);
        if (m.matches()) {
            return iso(m.group(2), Integer.toString(month(m.group(1))), null);
        }
        m = NUMBERS.matcher(text);
        if (m.matches()) {
            return iso(m.group(1), m.group(2), m.group(3));
        }
        m = CHINESE.matcher(text);
        return m.matches() ? iso(m.group(1), m.group(2), m.group(3)) : Optional.empty();
    }

    /** The number of a month that {@link #MONTH} has matched, from 1. */
    static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(name.substring(0, 3))) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no month is called " + name);
    }

    private static Optional<String> iso(String year, String month, String day) {
        try {
            if (month == null) {
                return Optional.of(year);
            }
            // Reading the whole date rejects a 13th month and a 31st of June.
            LocalDate date = LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
            return Optional.of(day == null ? date.toString().substring(0, 7) : date.toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
