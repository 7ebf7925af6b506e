package org.newsreel.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnHostsTest {
    private static HostAndPort host(String name) {
        return HostAndPort.create(name, 8080);
    }

    @Test
    void aServiceOnLoopbackAnswersToLoopbackNames() {
        OwnHosts hosts = new OwnHosts(Optional.empty(), true);
        assertThat(hosts.answersTo(host("LOCALHOST"))).isTrue();
        assertThat(hosts.answersTo(host("127.0.0.1"))).isTrue();
        assertThat(hosts.answersTo(null)).isTrue();
        assertThat(hosts.answersTo(host("rebound.example"))).isFalse();
    }

    @Test
    void namesThatAreConfiguredCountEverywhere() {
        Optional<List<String>> named = Optional.of(List.of("News.example"));
        assertThat(new OwnHosts(named, true).answersTo(host("news.EXAMPLE"))).isTrue();
        assertThat(new OwnHosts(named, false).answersTo(host("other.example"))).isFalse();
        assertThat(new OwnHosts(named, false).answersTo(host("localhost"))).isTrue();
    }

    @Test
    void aServiceThatListensElsewhereAnswersToAnyNameUntilSomeAreConfigured() {
        assertThat(new OwnHosts(Optional.empty(), false).answersTo(host("any.example")))
                .isTrue();
    }
}
