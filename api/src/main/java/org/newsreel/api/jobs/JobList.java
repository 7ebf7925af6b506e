package org.newsreel.api.jobs;

import java.util.List;

/**
 * One page of the jobs.
 *
 * @param total how many there are
 * @param jobs newest first
 */
public record JobList(long total, List<JobView> jobs) {}
