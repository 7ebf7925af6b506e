/** Entities across all items: search by name, and one entity with its facts and the items that state them. */
package org.newsreel.api.entities;
