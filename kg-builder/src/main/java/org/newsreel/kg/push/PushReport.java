package org.newsreel.kg.push;

/**
 * What a push did.
 *
 * @param sent named graphs that were new or changed
 * @param unchanged named graphs that were there already
 * @param removed named graphs that are no longer in the store and were taken back
 * @param factsAdded merged facts that were new
 * @param factsRemoved merged facts that were taken back
 */
public record PushReport(int sent, int unchanged, int removed, long factsAdded, long factsRemoved) {
    /** Whether the other side had everything already. */
    public boolean nothingToDo() {
        return sent == 0 && removed == 0 && factsAdded == 0 && factsRemoved == 0;
    }
}
