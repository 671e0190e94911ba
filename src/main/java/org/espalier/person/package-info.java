/**
 * People: who holds an account, where they say they are, and what they aim for.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format"})
@NullMarked
package org.espalier.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
