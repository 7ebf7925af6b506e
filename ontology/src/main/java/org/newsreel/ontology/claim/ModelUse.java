package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One model that took part in making the document.
 *
 * @param role what it was used for: {@code entities}, {@code chains}, {@code relations}, {@code regions}
 * @param name the model's name, as {@code newsreel models list} shows it
 * @param sha256 of its weights, lower-case hexadecimal
 * @param device what it ran on, such as {@code cpu} or {@code gpu:0}
 * @param threshold the score from which its claims were taken
 * @param version the model's version, where it has one beside its hash
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ModelUse(
        String role,
        String name,
        String sha256,
        Optional<String> device,
        OptionalDouble threshold,
        Optional<String> version) {
    public ModelUse {
        Claims.named(role, "model role");
        Claims.named(name, "name of the model for " + role);
        Claims.sha256(sha256, "sha256 of model " + name);
        device = device == null ? Optional.empty() : device;
        threshold = threshold == null ? OptionalDouble.empty() : threshold;
        version = version == null ? Optional.empty() : version;
    }

    public ModelUse(String role, String name, String sha256, Optional<String> device, OptionalDouble threshold) {
        this(role, name, sha256, device, threshold, Optional.empty());
    }
}
