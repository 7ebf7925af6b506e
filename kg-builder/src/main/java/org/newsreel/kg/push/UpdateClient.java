package org.newsreel.kg.push;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.rdf4j.http.protocol.UnauthorizedException;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;

/**
 * Sends updates through RDF4J's client, again and again with growing pauses while the other side is away; a refusal is
 * not repeated. Not thread safe.
 */
final class UpdateClient implements AutoCloseable {
    private final PushTarget target;
    private final SPARQLRepository repository;
    private final RepositoryConnection connection;
    private final RetryPolicy<Object> retry;

    /** @param pause before the first repetition; it doubles up to 64 times that, for at most seven attempts */
    UpdateClient(PushTarget target, Duration pause, Consumer<String> note) {
        this.target = target;
        repository =
                new SPARQLRepository(target.update().toString(), target.update().toString());
        target.user()
                .ifPresent(user -> repository.setUsernameAndPassword(
                        user, target.password().orElse("")));
        target.token()
                .ifPresent(token -> repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + token)));
        repository.init();
        connection = repository.getConnection();
        retry = RetryPolicy.builder()
                .abortOn(UpdateClient::isRefusal)
                .withBackoff(pause, pause.multipliedBy(64))
                .withMaxAttempts(7)
                .onRetry(attempt ->
                        note.accept("the endpoint did not take a batch (" + reason(attempt.getLastException())
                                + "), attempt " + (attempt.getAttemptCount() + 1) + " of 7"))
                .build();
    }

    /**
     * Runs one update request.
     *
     * @throws PushException when the other side refuses it, or does not answer any more
     */
    void update(String sparql) {
        try {
            Failsafe.with(retry).run(() -> connection
                    .prepareUpdate(QueryLanguage.SPARQL, sparql)
                    .execute());
        } catch (RuntimeException e) {
            Throwable cause = e instanceof FailsafeException && e.getCause() != null ? e.getCause() : e;
            if (has(cause, UnauthorizedException.class)) {
                throw new PushException(
                        target.update() + " refuses the credentials: set NEWSREEL_PUSH_USER and NEWSREEL_PUSH_PASSWORD,"
                                + " or NEWSREEL_PUSH_TOKEN",
                        cause);
            }
            throw new PushException(
                    target.update() + " did not take the data (" + reason(cause)
                            + "): see that it takes SPARQL updates there, then push again, which goes on where it"
                            + " stopped",
                    cause);
        }
    }

    /** Whether asking again would change nothing. RDF4J wraps what its HTTP client throws. */
    private static boolean isRefusal(Throwable e) {
        return has(e, UnauthorizedException.class) || has(e, MalformedQueryException.class);
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        String message = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    @Override
    public void close() {
        connection.close();
        repository.shutDown();
    }
}
