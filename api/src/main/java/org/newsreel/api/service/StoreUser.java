package org.newsreel.api.service;

/** A part of the service that holds on to the store between requests, and lets go of it while another takes its place. */
public interface StoreUser {
    /** Requests are being waited for: whatever of them can be ended early, should be. */
    default void hurry() {}

    /**
     * Lets go of the store. Called and answered by {@link #takeUp} on one thread.
     *
     * @throws jakarta.ws.rs.WebApplicationException when that can't be done now; all that did let go then take up again
     */
    default void letGo() {}

    /** Works on with the store that is there now. */
    default void takeUp() {}
}
