package org.newsreel.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.newsreel.training", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule standsOnExtractionAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.newsreel.kg..", "org.newsreel.api..", "org.apache.jena..", "io.quarkus..");
}
