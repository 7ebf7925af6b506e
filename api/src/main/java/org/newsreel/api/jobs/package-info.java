/**
 * News that came in over HTTP, on its way into the graph. Uploads wait as files in the {@link org.newsreel.api.jobs.Spool},
 * jobs in a database, so that both outlive the service; one thread, the {@link org.newsreel.api.jobs.JobRunner}, hands
 * them to the {@link org.newsreel.api.jobs.ExtractionWorker extraction process} in the order in which they came and
 * commits what comes back.
 */
package org.newsreel.api.jobs;
