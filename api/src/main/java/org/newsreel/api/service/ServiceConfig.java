package org.newsreel.api.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the service reads from its configuration, beside Quarkus' own {@code quarkus.http.*}. */
@ConfigMapping(prefix = "newsreel")
public interface ServiceConfig {
    /** Directory of the store, which must exist. */
    Optional<Path> store();

    /** The key that writes need; without one nothing can be written. */
    Optional<String> apiKey();

    /** Whether to print, at the start, a link that brings the key along; only where nobody else can read it. */
    @WithDefault("false")
    boolean keyLink();

    /** The longest that a SPARQL query may run; a request's own {@code timeout} can only shorten it. */
    @WithDefault("60s")
    Duration queryTimeout();

    /** The most rows in a result. */
    @WithDefault("10000000")
    long maxRows();

    /** How many SPARQL requests are answered at once; twice the processors, at least four, when not given. */
    OptionalInt queriesAtOnce();

    /** How long a request waits for its turn before it is told to come back. */
    @WithDefault("5s")
    Duration queryWait();

    /** How many bytes of cut-out JPEGs are kept in memory. */
    @WithDefault("33554432")
    long frameCacheBytes();

    /** Whether reading needs no key; otherwise everything but health and the pages needs one. */
    @WithDefault("true")
    boolean openReading();

    /** The most bytes that a request may have, other than one that brings news in. */
    @WithDefault("64M")
    MemorySize maxBodySize();

    /** Hosts that {@code SERVICE}, {@code LOAD} and JSON-LD contexts may be asked for, with commas; none when absent. */
    Optional<String> federationHosts();

    /** Names under which the service is called, beside loopback's; any, when absent and it listens elsewhere. */
    Optional<List<String>> hosts();

    /** An identity provider whose tokens count beside API keys. */
    Oidc oidc();

    /** How often the store's size is counted for the metrics. */
    @WithDefault("5m")
    Duration storeMetricsEvery();

    /** What may be brought in over HTTP. */
    Upload upload();

    /** What becomes of it. */
    Jobs jobs();

    /** The process that extracts. */
    Worker worker();

    /** The checkout or installation that the launcher is in. */
    Optional<Path> home();

    /** Whose tokens are taken, and what they allow (OpenID Connect, JSON Web Tokens, RFC 7519). */
    interface Oidc {
        /** The provider, exactly as its tokens name it; no tokens are taken when absent. */
        Optional<String> issuer();

        /** Whom a token must be meant for. */
        @WithDefault("newsreel")
        String audience();

        /** Where the provider's public keys are, an address or a file; the provider's own description says when absent. */
        Optional<String> keys();

        /** Where a token says its holder's roles, with dots for what lies within, such as {@code realm_access.roles}. */
        @WithDefault("roles")
        String rolesClaim();

        /** The role that allows reading. */
        @WithDefault("newsreel-read")
        String readRole();

        /** The role that allows bringing news in. */
        @WithDefault("newsreel-ingest")
        String ingestRole();

        /** The role that allows everything. */
        @WithDefault("newsreel-admin")
        String adminRole();
    }

    /** Limits on what one caller can bring in. */
    interface Upload {
        /** The most bytes of one request. */
        MemorySize maxBytes();

        /** The most files of one request. */
        @WithDefault("200")
        int maxFiles();

        /** The most jobs that may wait; beyond it callers are asked to come again. */
        @WithDefault("100")
        int maxQueued();

        /** The most bytes that files of jobs which are not done may take together. */
        @WithDefault("20G")
        MemorySize spoolBytes();

        /** What must stay free on the disk. */
        @WithDefault("512M")
        MemorySize keepFree();
    }

    /** How long jobs and their files are kept. */
    interface Jobs {
        /** How long the files of a failed or cancelled job stay, for a retry. */
        @WithDefault("7d")
        Duration keepFiles();

        /** How long a job that ended can be asked for. */
        @WithDefault("90d")
        Duration keep();

        /** How often a job is tried when the extraction process dies under it. */
        @WithDefault("3")
        int attempts();
    }

    /** How the extraction process is started and stopped. */
    interface Worker {
        /** Program and arguments; the launcher's when absent. */
        Optional<List<String>> command();

        /** {@code cpu}, {@code gpu} or {@code gpu:N}. */
        @WithDefault("cpu")
        String device();

        /** How long it may idle before it is stopped, which frees its memory. */
        @WithDefault("5m")
        Duration idle();
    }
}
