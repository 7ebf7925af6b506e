package org.newsreel.api.jobs;

import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.newsreel.api.service.Problem;

/** The jobs' database is gone, for now. Callers are told to come back (503). */
final class JobsUnavailable extends WebApplicationException {
    private static final long serialVersionUID = 1;
    private static final String SENTENCE =
            "The jobs' database does not answer: nothing was taken in, so send this again in a little while.";
    /** SQL states, by their beginning: no connection, shut down or starting, no room for it; H2's file is closed. */
    private static final List<String> GONE = List.of("08", "57P", "53", "90098", "90121", "90067");

    private static final int DEEPEST = 100;

    JobsUnavailable(Throwable cause) {
        super(SENTENCE, cause, Problem.of(503, SENTENCE).response());
    }

    /** Whether a failure means that the database is gone, and not that it refused something. */
    static boolean isMeant(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        for (int i = 0; i < DEEPEST && !open.isEmpty(); i++) {
            Throwable e = open.remove();
            if (e instanceof SQLException sql && isGone(sql)) {
                return true;
            }
            if (e.getCause() != null) {
                open.add(e.getCause());
            }
            // A commit that fails tells why only here.
            open.addAll(List.of(e.getSuppressed()));
        }
        return false;
    }

    /** The pool gives no state when it gets no connection in time. */
    private static boolean isGone(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? String.valueOf(e.getMessage()).contains("timeout")
                : GONE.stream().anyMatch(state::startsWith);
    }
}
