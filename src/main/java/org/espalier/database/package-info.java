/**
 * The embedded PostgreSQL, the connection to an external one, the migrations, and several questions in one trip. No
 * business knowledge.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
