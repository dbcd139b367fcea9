/** Lines in grey until what is asked for is there; no heading among them, which would be read aloud as an empty one. */
import { Skeleton } from 'antd';

export const Loading = () => (
  <div aria-busy="true">
    <Skeleton active title={false} paragraph={{ rows: 4 }} />
  </div>
);
