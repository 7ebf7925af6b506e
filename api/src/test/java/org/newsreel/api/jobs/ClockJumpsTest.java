package org.newsreel.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockJumpsTest {
    private Instant wall = Instant.parse("2026-03-01T00:00:00Z");
    private long nanos = 7;
    private final ClockJumps jumps = new ClockJumps(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return wall;
                }
            },
            () -> nanos);

    @Test
    void aYearForwardAndBackAreTwoJumpsAndSteadyHoursAreNone() {
        hour(Duration.ofHours(1));
        assertThat(jumps.sinceLastAsked()).isFalse();
        hour(Duration.ofDays(365));
        assertThat(jumps.sinceLastAsked()).isTrue();
        hour(Duration.ofHours(1).plusSeconds(30));
        assertThat(jumps.sinceLastAsked()).isFalse();
        hour(Duration.ofDays(-365));
        assertThat(jumps.sinceLastAsked()).isTrue();
        hour(Duration.ofHours(1));
        assertThat(jumps.sinceLastAsked()).isFalse();
    }

    private void hour(Duration onTheWall) {
        nanos += Duration.ofHours(1).toNanos();
        wall = wall.plus(onTheWall);
    }
}
