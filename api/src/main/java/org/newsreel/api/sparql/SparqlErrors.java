package org.newsreel.api.sparql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;

/** Makes one sentence of what Jena says about a bad request. */
final class SparqlErrors {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern EXPECTATION = Pattern.compile("\\s*(Was expecting( one of)?:).*", Pattern.DOTALL);
    private static final int LONGEST = 400;

    /** The status of an answer that another host spoilt. */
    static final int BAD_GATEWAY = 502;

    private SparqlErrors() {}

    /** One line without the echoed query and the parser's list of tokens; never empty. */
    static String sentence(String said, int status) {
        String text = said.strip();
        Matcher place = PLACE.matcher(text);
        if (status == 400 && place.find()) {
            String problem = EXPECTATION.matcher(problemLine(text)).replaceFirst("");
            return oneLine("The SPARQL text can't be parsed: " + problem);
        }
        if (text.isEmpty()) {
            return switch (status) {
                case 404 -> "There is no such graph or operation here.";
                case 405 -> "This operation has another method.";
                case 406 -> "None of the asked-for formats is available: accept another media type.";
                case 415 -> "This content type can't be read here.";
                default -> "The request could not be carried out.";
            };
        }
        if (text.startsWith("SERVICE execution disabled")) {
            return "SERVICE is switched off here: ask the other endpoint yourself and join the results, or have its host"
                    + " added to NEWSREEL_FEDERATION_HOSTS.";
        }
        if (status == 503 && text.contains("timed out")) {
            return "The query took longer than the service allows: narrow it down or add a LIMIT.";
        }
        return oneLine(text);
    }

    /** What is said of an endpoint that {@code SERVICE} asked in vain. */
    static String unanswered(QueryExceptionHTTP failure) {
        String reason = failure.getStatusCode() > 0
                ? "status " + failure.getStatusCode()
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse("no answer");
        return "An endpoint that SERVICE names did not answer (" + reason + "): leave it out, or ask later.";
    }

    /** Jena's message may begin with the whole query; the line that names the place is what counts. */
    private static String problemLine(String text) {
        int lexical = text.lastIndexOf("Lexical error");
        int at = lexical >= 0 ? lexical : text.lastIndexOf("Encountered");
        return at >= 0 ? text.substring(at) : text.substring(Math.max(0, text.lastIndexOf('\n')));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }
}
