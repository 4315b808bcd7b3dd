/** Types of the element in Vue's templates: `import type {} from 'half-year-infographic/vue'`. */
import type { DefineComponent } from 'vue';
import type { HalfYearAttributes } from 'half-year-infographic';

declare module 'vue' {
  interface GlobalComponents {
    'half-year-infographic': DefineComponent<HalfYearAttributes & { bundle?: object }>;
  }
}
