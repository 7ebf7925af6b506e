package org.newsreel.ontology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.newsreel.ontology", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule needsNoModelNoStoreAndNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ai.djl..",
                    "org.bytedeco..",
                    "org.apache.jena..",
                    "io.quarkus..",
                    "org.newsreel.extraction..",
                    "org.newsreel.kg..",
                    "org.newsreel.training..",
                    "org.newsreel.api..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.newsreel.ontology.(*)..").should().beFreeOfCycles();
}
