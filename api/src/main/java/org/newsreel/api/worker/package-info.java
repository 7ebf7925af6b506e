/**
 * What the service and its extraction process tell each other: one JSON object a line. The process is
 * {@link org.newsreel.api.cli the command line's} hidden command {@code worker}, on the plain class path, because native
 * libraries load once a process and a crash in them must not take the service along.
 *
 * <p>The service writes a {@link WorkerRequest}; for each item that the process reads it gets a {@link WorkerEvent.Read}
 * and answers with a {@link WorkerAnswer}; then come progress and the document, and at last {@link WorkerEvent.End}. The
 * end of its input tells the process to end, in the middle of an item too, so that it never outlives the service.
 */
package org.newsreel.api.worker;
