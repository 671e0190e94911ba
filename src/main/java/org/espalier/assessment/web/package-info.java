@NullMarked
package org.espalier.assessment.web;

import org.jspecify.annotations.NullMarked;
