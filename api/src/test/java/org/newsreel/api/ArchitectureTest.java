package org.newsreel.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.newsreel.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The service's process holds no network: only the command line's process does. */
    @ArchTest
    static final ArchRule serviceUsesNoNetworks = noClasses()
            .that()
            .resideOutsideOfPackage("org.newsreel.api.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ai.djl..",
                    "org.newsreel.extraction.text..",
                    "org.newsreel.extraction.encoder..",
                    "org.newsreel.extraction.pipeline..",
                    "org.newsreel.training..");

    @ArchTest
    static final ArchRule commandsNeedNoQuarkus = noClasses()
            .that()
            .resideInAPackage("org.newsreel.api.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..");
}
