package org.newsreel.kg.federation;

/** A host that must not be contacted; the message is one sentence without its full stop. */
public final class HostNotAllowed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    HostNotAllowed(String sentence) {
        super(sentence);
    }
}
